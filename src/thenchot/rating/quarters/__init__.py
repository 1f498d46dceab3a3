"""The Party's quarter: its rating, and what quarters failed one after the other lead to."""
