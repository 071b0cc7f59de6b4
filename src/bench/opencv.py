"""One side of `npm run bench -- convolve`: decode, filter and encode with OpenCV's own Python package. One request a line, one answer a line."""
import json
import sys
import time

import cv2
import numpy

SHARPEN = numpy.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]], numpy.float32)


def sobel(picture, most):
    gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    magnitude = cv2.magnitude(cv2.Sobel(gray, cv2.CV_32F, 1, 0), cv2.Sobel(gray, cv2.CV_32F, 0, 1))
    return cv2.convertScaleAbs(magnitude, alpha=255 / most)


FILTERS = {
    "sobel": sobel,
    "gaussian": lambda picture, most: cv2.GaussianBlur(picture, (5, 5), 1),
    "sharpen": lambda picture, most: cv2.filter2D(picture, -1, SHARPEN),
}
OPTIONS = {"jpeg": (".jpg", lambda quality: [cv2.IMWRITE_JPEG_QUALITY, quality]), "png": (".png", lambda quality: [])}


def work(request):
    data = numpy.fromfile(request["path"], numpy.uint8)
    started = time.perf_counter()
    picture = cv2.imdecode(data, cv2.IMREAD_COLOR)
    ending, options = OPTIONS[request["format"]]
    done, encoded = cv2.imencode(ending, FILTERS[request["filter"]](picture, request["most"]), options(request["quality"]))
    return {"ms": (time.perf_counter() - started) * 1000, "bytes": len(encoded) if done else 0}


print(json.dumps({"name": "cv2 " + cv2.__version__, "threads": f"up to {cv2.getNumThreads()} threads filter, one decodes and encodes"}), flush=True)
for line in sys.stdin:
    print(json.dumps(work(json.loads(line))), flush=True)
