resource "aws_lambda_capacity_provider" "machines" {
  name = "machines"
  vpc_config {
    subnet_ids         = ["subnet-1", "subnet-2", "subnet-3"]
    security_group_ids = ["sg-1"]
  }
  permissions_config {
    capacity_provider_operator_role_arn = "arn:aws:iam::123456789012:role/operator"
  }
}

data "archive_file" "code" {
  type        = "zip"
  source_dir  = "${path.module}/src"
  output_path = "${path.module}/code.zip"
}

locals {
  hosts = {
    orders = { DATABASE_HOST = aws_db_instance.shop.address }
    prices = { DATABASE_HOST = aws_db_proxy.shop.endpoint, DATABASE_NAME = aws_db_instance.shop.db_name }
    stock  = { DATABASE_HOST = aws_rds_cluster.stock.endpoint }
    looks  = { DATABASE_HOST = aws_rds_cluster.looks.endpoint }
  }
}

resource "aws_lambda_function" "shop" {
  for_each         = local.hosts
  function_name    = each.key
  filename         = data.archive_file.code.output_path
  source_code_hash = data.archive_file.code.output_base64sha256
  role             = "arn:aws:iam::123456789012:role/shop"
  runtime          = "python3.14"
  handler          = "${each.key}.handler"
  memory_size      = 8192
  publish          = true
  environment {
    variables = each.value
  }
  capacity_provider_config {
    lambda_managed_instances_capacity_provider_config {
      capacity_provider_arn                     = aws_lambda_capacity_provider.machines.arn
      per_execution_environment_max_concurrency = 64
    }
  }
}

resource "aws_db_instance" "shop" {
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  allocated_storage = 20
  db_name           = "shop"
}

resource "aws_db_proxy" "shop" {
  name           = "shop"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = ["subnet-1", "subnet-2"]
}

resource "aws_rds_cluster" "stock" {
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.stock.name
}

resource "aws_rds_cluster_instance" "stock" {
  count              = 2
  cluster_identifier = aws_rds_cluster.stock.id
  engine             = aws_rds_cluster.stock.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_parameter_group" "stock" {
  family = "aurora-postgresql16"
  parameter {
    name  = "max_connections"
    value = "150"
  }
}

resource "aws_rds_cluster" "looks" {
  engine = "aurora-postgresql"
  serverlessv2_scaling_configuration {
    min_capacity = 1
    max_capacity = 8
  }
}

resource "aws_rds_cluster_instance" "looks" {
  cluster_identifier = aws_rds_cluster.looks.id
  engine             = aws_rds_cluster.looks.engine
  instance_class     = "db.serverless"
}
