"""From many files to rows, one outcome a file."""
