"""Text in one of the 8-bit encodings of Latin letters, which differ in what they have beside ASCII."""

from corpus.alphabets import fits_an_alphabet, is_clean, is_dense
from corpus.decoded import Decoded, doubted, strictly

# What Western texts write beside ASCII; other letters in a Windows-1252 reading mean it is another encoding.
_WESTERN = frozenset("€‚ƒ„…‘’“”•–—™ ¡£§©«®°±·´»¿½¼¾×ßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœ\xa0\xad")
_ENCODINGS = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257")


def in_latin_letters(data: bytes) -> Decoded | None:
    """Windows-1252 where that reads well, else the encoding in which all letters are of one language.

    A guess from few letters is told as such. None where no reading is one that people write.
    """
    readings = [decoded for encoding in _ENCODINGS if (decoded := strictly(data, encoding)) and is_clean(decoded.text)]
    western = next((each for each in readings if _is_western(each)), None)
    if western and not is_dense(western.text):
        return western
    fitting = next((each for each in readings if fits_an_alphabet(each.text)), None)
    if fitting:
        return fitting if is_dense(fitting.text) else doubted(fitting)
    return doubted(western) if western else None


def _is_western(decoded: Decoded) -> bool:
    beyond = (character for character in decoded.text if character > "\x7f")
    return decoded.encoding == _ENCODINGS[0] and _WESTERN.issuperset(beyond)
