"""The data directory: whole versions side by side, and a pointer to the live one.

In: a directory.  Out: `<data>/current`, one line that names a directory under `<data>/versions/`.
A version is built under a name that starts with a dot, flushed, renamed, and only then named by the pointer, which is
replaced in one step: whoever is killed at any moment leaves the old version live and whole.  The version before the
live one stays until the next publication, for readers that were just opening it; older ones and what killed builds
left behind go then.
"""

from __future__ import annotations

import errno
import fcntl
import filecmp
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreDamaged, StoreEmpty, StoreError, StoreFull, StoreLocked

_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,99}", re.ASCII)
# The parts of a version's directory beside the graph itself.
INDEX = "index"
SOURCES = "sources"

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Build:
    """A version that is being built: fill `path`, then publish it."""

    path: Path
    _versions: Versions

    def publish(self, name: str) -> Path:
        """Makes the build the live version called `name` and gives its directory.

        `name` says what is in it, so where `name` is there already with the same bytes, nothing changes.
        """
        return self._versions._publish(self.path, name)


class Versions:
    """The versions in one data directory."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._versions = data / "versions"
        self._pointer = data / "current"

    def live_name(self) -> str:
        """The name of the live version, read anew; raises StoreEmpty where nothing was published yet."""
        try:
            name = self._pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError as error:
            raise StoreEmpty(f"{self._data}: nothing is ingested yet; `crossplan ingest` does it") from error
        except (OSError, UnicodeDecodeError) as error:
            raise StoreDamaged(
                f"{self._pointer}: cannot be read ({error}); `crossplan ingest` builds it anew"
            ) from error
        if not _NAME.fullmatch(name):
            raise StoreDamaged(f"{self._pointer}: found {name[:40]!r}, expected the name of a version")
        return name

    def live(self) -> Path:
        """The directory of the live version; raises StoreEmpty, or StoreDamaged where it is missing."""
        path = self._versions / self.live_name()
        if not path.is_dir():
            raise StoreDamaged(
                f"{self._pointer}: names {path.name}, which is missing; `crossplan ingest` builds it anew"
            )
        return path

    @contextmanager
    def build(self) -> Iterator[Build]:
        """A new version to fill and publish; what is not published when the block ends is removed.

        Raises StoreLocked while another process builds, and StoreFull where the disk is full; the live one stays.
        """
        with _space(self._data), self._locked():
            self._sweep()
            path = Path(tempfile.mkdtemp(prefix=".build-", dir=self._versions))
            path.chmod(0o755)
            try:
                yield Build(path, self)
            finally:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Holds the lock of the directory; the system frees it when the process ends, however it ends."""
        try:
            self._versions.mkdir(parents=True, exist_ok=True)
            file = (self._data / "lock").open("a+", encoding="ascii")
        except (FileExistsError, NotADirectoryError, PermissionError) as error:
            raise StoreError(f"{self._data}: cannot be written: {error.strerror}") from error
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                file.seek(0)
                holder = file.read().strip() or "unknown"
                raise StoreLocked(f"{self._data}: process {holder} is ingesting into it; wait until it ends") from error
            file.truncate(0)
            file.write(f"{os.getpid()}\n")
            file.flush()
            yield

    def _publish(self, build: Path, name: str) -> Path:
        _flush(build)
        target = self._versions / name
        copies = 1
        while target.exists():
            if _same(build, target):
                break
            copies += 1
            target = self._versions / f"{name}.{copies}"
        else:
            build.rename(target)
            _flush_directory(self._versions)
        self._point_to(target.name)
        return target

    def _point_to(self, name: str) -> None:
        before = self._pointer.read_text(encoding="utf-8", errors="replace").strip() if self._pointer.exists() else None
        if name == before:
            return
        following = self._data / ".current"
        with following.open("w", encoding="utf-8") as file:
            file.write(f"{name}\n")
            file.flush()
            os.fsync(file.fileno())
        following.replace(self._pointer)
        _flush_directory(self._data)
        self._sweep(name, before)

    def _sweep(self, *kept: str | None) -> None:
        """Removes what killed builds left, and where versions to keep are named, all the others."""
        for path in self._versions.iterdir():
            if path.name.startswith("."):
                shutil.rmtree(path, ignore_errors=True)
            elif kept and path.name not in kept:
                doomed = path.rename(path.with_name(f".old-{path.name}"))
                shutil.rmtree(doomed, ignore_errors=True)


@contextmanager
def _space(data: Path) -> Iterator[None]:
    """Says in the store's words that the disk is full or may not be written."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            line = f"{data}: {os.strerror(error.errno)} while building; the live version is untouched"
            raise StoreFull(line) from error
        if error.errno == errno.EROFS:
            raise StoreError(f"{data}: cannot be written: {os.strerror(error.errno)}") from error
        raise


def _flush(directory: Path) -> None:
    for path in directory.rglob("*"):
        if path.is_dir():
            _flush_directory(path)
        else:
            with path.open("rb") as file:
                os.fsync(file.fileno())
    _flush_directory(directory)


def _flush_directory(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _same(one: Path, other: Path) -> bool:
    """Whether two directories hold the same files with the same bytes."""
    files = {path.relative_to(one) for path in one.rglob("*") if path.is_file()}
    if files != {path.relative_to(other) for path in other.rglob("*") if path.is_file()}:
        return False
    return all(filecmp.cmp(one / path, other / path, shallow=False) for path in files)
