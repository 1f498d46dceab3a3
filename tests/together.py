"""Several connections at the same moment."""

import threading

from django.db import connection


def together(*functions):
    results, barrier = [None] * len(functions), threading.Barrier(len(functions))

    def one(position, function):
        try:
            barrier.wait()
            results[position] = function()
        except Exception as error:
            results[position] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=pair) for pair in enumerate(functions)]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    return results
