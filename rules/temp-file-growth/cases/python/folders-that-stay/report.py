import os


def write_report(folder, rows):
    with open(os.path.join(folder, "report.csv"), "w") as out:  # expect: temp-file-growth note
        out.write("\n".join(rows))
