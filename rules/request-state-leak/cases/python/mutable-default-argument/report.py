def add_line(line, lines=[]):
    lines.append(line)  # expect: request-state-leak warning
    return lines


def add_line_fixed(line, lines=None):
    lines = [] if lines is None else lines  # fixed: a new list for each call
    lines.append(line)
    return lines
