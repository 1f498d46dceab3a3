"""What stands on the pages: lines, paragraphs, numbers, tables, the tree of clauses."""
