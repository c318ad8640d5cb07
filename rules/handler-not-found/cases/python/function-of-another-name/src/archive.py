from shop_archive.entry import run as lambda_handler
