"""The public API under /api/v1: one module per resource, documented by what it declares."""
