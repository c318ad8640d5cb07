import subprocess


def convert(source, target):
    subprocess.run(["/opt/bin/ffmpeg", "-y", "-i", source, target], check=True)  # expect: shared-temp-path error


def lambda_handler(event, context):
    convert("/opt/media/intro.wav", "/tmp/intro.mp3")
    return "converted"
