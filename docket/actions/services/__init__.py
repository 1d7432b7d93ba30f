"""Acts served on persons: asked, done, failed, withdrawn; the clocks that run from a service start here alone."""
