def add_line(line, lines=[]):
    # misses: request-state-leak warning where invocations follow each other, what one adds for the next is only judged as growth
    lines.append(line)  # noise: shared-cache warning stands for the leak
    return lines


def add_line_fixed(line, lines=None):
    lines = [] if lines is None else lines  # fixed: a new list for each call
    lines.append(line)
    return lines
