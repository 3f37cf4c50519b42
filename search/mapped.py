"""Arrays of a file as they lie on the disk, mapped into memory.

In: a file that numpy wrote.  Out: a plain array over it.  Relied on: a `memmap` looks after itself at every cut, which
takes longer than a short cut does; a plain array over the same memory does not.
Example: the rows of a term are cut out of 90 MB of steps in a microsecond, and only their pages are read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def mapped(path: Path) -> NDArray[Any]:
    """The array in a file; raises OSError, ValueError or EOFError where there is none."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
