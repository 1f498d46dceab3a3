"""Exams, objects of priority and groups of reception that ship with the system."""
