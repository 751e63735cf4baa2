"""The archive of manifestos. Its files are read the same everywhere; how their broken lines become running text is each
reader's own matter, for written questions and shelves refer to places in the text that it made."""
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

SINCE = 1971  # earlier ones are scans full of errors


def manifestos(corpora: Path, since: int = SINCE) -> Iterator[tuple[str, str]]:
    """Party and year ("VVD_2021"), and the text as the file has it; in order of name."""
    with tarfile.open(corpora / "manifestos/manifestos.nl.tar.gz") as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            year = re.search(r"_((?:19|20)\d\d)", member.name)
            # "._NAME" are leavings of the machine that packed the archive.
            if member.name.endswith(".txt") and "/._" not in member.name and year and int(year[1]) >= since:
                raw = tar.extractfile(member).read().decode("utf-8", errors="replace")
                yield Path(member.name).stem, raw
