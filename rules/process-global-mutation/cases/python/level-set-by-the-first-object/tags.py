import logging
import os


class Tags:
    """Made of the request, once: what it tells the logger is the same whoever comes first."""

    def __init__(self, prefix):
        self.prefix = prefix
        self.logger = logging.getLogger()
        self.logger.setLevel(os.environ.get("LOG_LEVEL", "INFO"))  # expect: process-global-mutation note


class QuietTags:
    def __init__(self, prefix):
        self.prefix = prefix
        self.logger = logging.getLogger(__name__)
        self.logger.setLevel("WARNING")  # safe: a logger of this module, always told the same
