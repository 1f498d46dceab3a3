"""What the document orders: tasks, targets, duties to report."""
