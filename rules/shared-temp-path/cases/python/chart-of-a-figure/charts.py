import matplotlib.pyplot as plt


def line_chart(path, points):
    figure = plt.figure(figsize=(8, 4))
    axes = figure.add_subplot(111)
    axes.plot(points)
    figure.savefig(path)  # expect: shared-temp-path
    plt.close(figure)


def bar_chart(path, counts):
    figure, axes = plt.subplots()
    axes.bar(list(counts), list(counts.values()))
    axes.figure.savefig(path)
    plt.close(figure)
