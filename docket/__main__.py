"""`python -m docket` is the command `docket`."""

from docket.cli import main

if __name__ == "__main__":
    main()
