def warnings_of(parsed, canvas, source, trees):
    return []
