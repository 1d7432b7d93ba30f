"""The command `docket`: one module a group of commands; this is where everything is put together."""

from docket.cli.root import main

__all__ = ["main"]
