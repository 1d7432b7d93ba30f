"""Keeps one LibreOffice and converts documents with it, one after the other.

Run by the Python that has LibreOffice's module `uno`, which is that of the distribution and not ours: it imports nothing of ours.
A line on standard input is a JSON list [source, target] of paths, a line on standard output answers it: null, or what failed.
The first line that it prints says that it is ready. When its input ends it ends LibreOffice and removes its folder and its sockets.
"""

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import uno  # ty: ignore[import-not-found] - a module of the distribution
from com.sun.star.beans import PropertyValue  # ty: ignore[import-not-found] - made by uno when it is asked for
from com.sun.star.connection import NoConnectException  # ty: ignore[import-not-found]

START_SECONDS = 60
_NEVER_EXECUTE = 0  # com.sun.star.document.MacroExecMode
_NO_UPDATE = 0  # com.sun.star.document.UpdateDocMode
_PDF_A_2B = 2  # SelectPdfVersion of the filter


def main(soffice: str, folder: Path, *sockets: str) -> None:
    wanted: queue.SimpleQueue[str] = queue.SimpleQueue()
    # A thread: a document that hangs must not keep us from seeing that whoever asked for it is gone.
    threading.Thread(target=read_lines, args=(wanted, folder, sockets), daemon=True).start()
    office = start(soffice, folder)
    desktop = connect(office, folder.name)
    answer("ready")
    while True:
        source, target = json.loads(wanted.get())
        answer(convert(desktop, source, target))


def read_lines(wanted: "queue.SimpleQueue[str]", folder: Path, sockets: "tuple[str, ...]") -> None:
    for line in sys.stdin:
        wanted.put(line)
    shutil.rmtree(folder, ignore_errors=True)
    for socket in sockets:
        Path(socket).unlink(missing_ok=True)
    # LibreOffice and its helpers are in the process group that this one leads.
    os.killpg(0, signal.SIGKILL)


def start(soffice: str, folder: Path) -> "subprocess.Popen[bytes]":
    options = ("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return subprocess.Popen(
        [soffice, *options, profile, f"--accept=pipe,name={folder.name};urp;"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def connect(office: "subprocess.Popen[bytes]", pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + START_SECONDS
    while office.poll() is None and time.monotonic() < deadline:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.05)
        else:
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    sys.exit("LibreOffice did not start")


def convert(desktop: Any, source: str, target: str) -> "str | None":
    """A document that cannot be read is an answer; a LibreOffice that is gone ends this process."""
    loading = values(Hidden=True, ReadOnly=True, MacroExecutionMode=_NEVER_EXECUTE, UpdateDocMode=_NO_UPDATE)
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, loading)
    if document is None:
        return "LibreOffice kan dit bestand niet lezen"
    try:
        export = values(SelectPdfVersion=_PDF_A_2B, UseTaggedPDF=True, ExportBookmarks=True)
        filtered = values(FilterName="writer_pdf_Export")
        data = PropertyValue()
        data.Name, data.Value = "FilterData", uno.Any("[]com.sun.star.beans.PropertyValue", export)
        document.storeToURL(Path(target).as_uri(), (*filtered, data))
    finally:
        document.close(True)
    return None


def values(**named: Any) -> "tuple[Any, ...]":
    made = []
    for name, value in named.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def answer(said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
