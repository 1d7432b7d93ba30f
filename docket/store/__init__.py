"""SQL: one module of typed functions for each file of named queries; rows become structs here and nowhere else."""
