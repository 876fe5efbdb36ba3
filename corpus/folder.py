"""Read a folder of articles: every file becomes a source, or is named with the reason why not."""

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from os import scandir
from pathlib import Path

from corpus.article import read_article
from corpus.errors import FolderNotFoundError, UnreadableError
from corpus.formats import read_document
from corpus.metadata import Description
from corpus.source import Folder, Notice, Source, Unread

SOURCES_FILE = "sources.toml"
# A book is a megabyte of text; pictures make the other formats larger.
LARGEST_TEXT, LARGEST_WITH_PICTURES = 10_000_000, 20_000_000


def read_folder(path: Path) -> Folder:
    """Read every article of a folder and its sub-folders, in order of file name.

    A file that cannot be read never stops the others: it is in `unread`, with its reason. Hidden
    files are skipped; links that leave the folder are not followed. Raises FolderNotFoundError.
    """
    root = Path(path)
    require_folder(root)
    reading = _Reading()
    descriptions = _read_descriptions(root, reading)
    for file in _files(root, root, reading):
        reading.add(root, file, descriptions)
    reading.check_names(descriptions)
    return reading.folder()


def require_folder(root: Path) -> None:
    """Raises FolderNotFoundError where there is no such folder."""
    if not root.is_dir():
        problem = "is a file, not a folder" if root.exists() else "does not exist"
        raise FolderNotFoundError(f"{root} {problem}: give the path of a folder of articles")


@dataclass
class _Reading:
    """What has been read so far."""

    sources: list[Source] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    by_text: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def add(self, root: Path, path: Path, descriptions: Mapping[str, Description]) -> None:
        """Read one file into the sources, or name it as unread."""
        file = path.relative_to(root).as_posix()
        self.names.add(file)
        if any(ord(character) < 32 or "\ud800" <= character <= "\udfff" for character in file):
            self.unread.append(Unread(ascii(file)[1:-1], "has a name that cannot be shown; rename it"))
            return
        try:
            self._read(path, file, descriptions.get(file, Description()))
        except UnreadableError as error:
            self.unread.append(Unread(file, str(error)))
        except OSError as error:
            self.unread.append(Unread(file, f"could not be opened: {error.strerror or error}"))
        except Exception as error:  # whatever a damaged file does to a parser, the other files are read
            self.unread.append(Unread(file, f"could not be read ({type(error).__name__}: {error})"))

    def _read(self, path: Path, file: str, given: Description) -> None:
        data = _read_bytes(path)
        document = read_document(file, data)
        key = sha256(" ".join(document.text.split()).encode()).hexdigest()
        if key in self.by_text:
            raise UnreadableError(f"has the same text as {self.by_text[key]}, which is read instead")
        article = read_article(document, given)
        self.notices.extend(Notice(file, remark) for remark in document.remarks)
        self.notices.extend(
            Notice(file, f"speaks to machines, which is not quoted: “{order}”") for order in article.orders
        )
        if all(sentence.kind == "heading" for sentence in article.sentences):
            raise UnreadableError("holds no sentence that could be quoted")
        self.by_text[key] = file
        found = article.description
        digest = sha256(data).hexdigest()
        said = (found.title, found.outlet, found.date, found.author)
        self.sources.append(Source(file, document.text, article.sentences, digest, *said))

    def check_names(self, descriptions: Mapping[str, Description]) -> None:
        """Tell of descriptions that belong to no file."""
        for file in descriptions:
            if file not in self.names:
                self.notices.append(Notice(SOURCES_FILE, f'describes "{file}", which is not in the folder'))

    def folder(self) -> Folder:
        """What was read, in order of file name."""
        return Folder(
            tuple(sorted(self.sources, key=lambda source: source.file)),
            tuple(sorted(self.unread, key=lambda unread: unread.file)),
            tuple(self.notices),
        )


def _read_descriptions(root: Path, reading: _Reading) -> Mapping[str, Description]:
    path = root / SOURCES_FILE
    if not path.is_file():
        return {}
    from corpus.described import read_descriptions  # pydantic takes a while to load

    try:
        descriptions = read_descriptions(path.read_bytes())
    except OSError as error:
        reading.notices.append(Notice(SOURCES_FILE, f"could not be opened: {error.strerror or error}"))
        return {}
    reading.notices.extend(Notice(SOURCES_FILE, complaint) for complaint in descriptions.complaints)
    return descriptions.by_file


def _files(root: Path, folder: Path, reading: _Reading) -> Iterator[Path]:
    """The files to be read under a folder, real ones before links, in order of name."""
    try:
        entries = sorted(scandir(folder), key=lambda entry: (entry.is_symlink(), entry.name))
    except OSError as error:
        reading.unread.append(Unread(folder.relative_to(root).as_posix(), f"could not be opened: {error.strerror}"))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith((".", "~$")) or path == root / SOURCES_FILE:
            continue
        if entry.is_symlink():
            yield from _linked(root, path, reading)
        elif entry.is_dir():
            yield from _files(root, path, reading)
        else:
            yield path


def _linked(root: Path, path: Path, reading: _Reading) -> Iterator[Path]:
    file = path.relative_to(root).as_posix()
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        reading.unread.append(Unread(file, "is a link that leads nowhere"))
        return
    if not target.is_relative_to(root.resolve()):
        reading.unread.append(Unread(file, "is a link that leaves the folder; it is not followed"))
    elif target.is_dir():
        reading.notices.append(Notice(file, "is a link to a folder that is read at its own place"))
    else:
        yield path


def _read_bytes(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("is not a regular file")
    limit = LARGEST_WITH_PICTURES if path.suffix.lower() in (".pdf", ".docx") else LARGEST_TEXT
    if status.st_size > limit:
        size, most = status.st_size / 1e6, limit // 1_000_000
        raise UnreadableError(f"is {size:.0f} MB; files over {most} MB are not read, so split it")
    return path.read_bytes()
