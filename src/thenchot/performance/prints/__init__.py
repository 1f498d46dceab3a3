"""What leaves the room on paper and as tables: Mẫu số 01 and 02, minutes, summaries, the file for
the national database.
"""
