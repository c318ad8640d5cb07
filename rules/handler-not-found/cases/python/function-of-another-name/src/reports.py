from shop_reports import *
