"""Other ways to split minutes into rows, each a module that holds:

MAKES      the formats that it reads: pdf, docx, md, txt
INSTALL    how to install what it needs
HOW        how it is run, for the line below the table
version()  of what it runs; raises ImportError or FileNotFoundError where that is absent
rows(path, make)  the rows of one document, as text

They import what they compare with only when called, and nothing of notulist, so that each may run
in an environment of its own (see `peers.child`).
"""

NAMES = ("regex", "paragraphs", "unstructured", "docling", "markitdown")
