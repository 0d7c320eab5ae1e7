"""Letters and digits of block characters, which can be read from across a room."""

ROWS = 5
"""The rows of a letter at scale 1."""

_BLOCK = "█"
_WORD_GAP = 3
_LETTERS = {
    "0": "######/##  ##/##  ##/##  ##/######",
    "1": "  ## / ### /  ## /  ## / ####",
    "2": "######/    ##/######/##    /######",
    "3": "######/    ##/ #####/    ##/######",
    "4": "##  ##/##  ##/######/    ##/    ##",
    "5": "######/##    /######/    ##/######",
    "6": "######/##    /######/##  ##/######",
    "7": "######/    ##/    ##/    ##/    ##",
    "8": "######/##  ##/######/##  ##/######",
    "9": "######/##  ##/######/    ##/######",
    ":": "  /##/  /##/  ",
    "-": "    /    /####/    /    ",
    "A": " #### /##  ##/######/##  ##/##  ##",
    "B": "##### /##  ##/##### /##  ##/##### ",
    "C": " #####/##    /##    /##    / #####",
    "D": "##### /##  ##/##  ##/##  ##/##### ",
    "E": "####/##  /### /##  /####",
    "F": "####/##  /### /##  /##  ",
    "G": " #####/##    /## ###/##  ##/ #####",
    "H": "##  ##/##  ##/######/##  ##/##  ##",
    "I": "##/##/##/##/##",
    "L": "##  /##  /##  /##  /####",
    "N": "##   ##/###  ##/## # ##/##  ###/##   ##",
    "O": " #### /##  ##/##  ##/##  ##/ #### ",
    "P": "##### /##  ##/##### /##    /##    ",
    "R": "##### /##  ##/##### /## ## /##  ##",
    "S": " #####/##    / #### /    ##/##### ",
    "T": "######/  ##  /  ##  /  ##  /  ##  ",
    "U": "##  ##/##  ##/##  ##/##  ##/ #### ",
    "Y": "##  ##/##  ##/ #### /  ##  /  ##  ",
}
"""The rows of each letter, from top to bottom; those that the practice and the clocks need."""


def block_lines(text: str, scale: int = 1) -> tuple[str, ...]:
    """Return a text of the letters that there are as lines of block characters, each letter `scale` times as large."""
    words = [[_LETTERS[letter].split("/") for letter in word] for word in text.upper().split()]
    rows = [(" " * _WORD_GAP).join(" ".join(letter[row] for letter in word) for word in words) for row in range(ROWS)]
    wide = ("".join(cell * scale for cell in row).replace("#", _BLOCK) for row in rows)
    return tuple(row for row in wide for _ in range(scale))
