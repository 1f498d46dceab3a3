def targets_of(canvas, body):
    return []
