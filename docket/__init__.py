"""The register as a service: docket entries, access, documents, mail, screens and API."""
