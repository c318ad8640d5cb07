variable "memory" {
  type    = number
  # expect: lmi-settings error
  default = 2048
}

data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "${path.module}/src"
  output_path = "${path.module}/orders.zip"
}

resource "aws_lambda_capacity_provider" "shop" {
  name = "shop"
  vpc_config {
    subnet_ids         = ["subnet-a1", "subnet-b1", "subnet-c1"]
    security_group_ids = ["sg-1"]
  }
  permissions_config {
    capacity_provider_operator_role_arn = aws_iam_role.operator.arn
  }
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  runtime       = "python3.13"
  handler       = "app.handler"
  filename      = data.archive_file.orders.output_path
  memory_size   = var.memory
  publish       = true
  capacity_provider_config {
    lambda_managed_instances_capacity_provider_config {
      capacity_provider_arn                     = aws_lambda_capacity_provider.shop.arn
      execution_environment_memory_gib_per_vcpu = 4
    }
  }
}

resource "aws_lambda_function" "returns" {
  function_name = "returns"
  role          = aws_iam_role.orders.arn
  runtime       = "python3.13"
  handler       = "app.handler"
  filename      = data.archive_file.orders.output_path
  # expect: lmi-settings error
  # expect: lmi-settings error
  capacity_provider_config {
    lambda_managed_instances_capacity_provider_config {
      capacity_provider_arn = aws_lambda_capacity_provider.shop.arn
    }
  }
}

resource "aws_lambda_function" "prices" {
  function_name = "prices"
  role          = aws_iam_role.orders.arn
  runtime       = "python3.13"
  handler       = "app.handler"
  filename      = data.archive_file.orders.output_path
  # fixed: a whole vCPU, and a version
  memory_size   = 4096
  publish       = true
  capacity_provider_config {
    lambda_managed_instances_capacity_provider_config {
      capacity_provider_arn                     = aws_lambda_capacity_provider.shop.arn
      execution_environment_memory_gib_per_vcpu = 4
    }
  }
}

resource "aws_lambda_function" "nightly" {
  function_name = "nightly"
  role          = aws_iam_role.orders.arn
  runtime       = "python3.13"
  handler       = "app.handler"
  filename      = data.archive_file.orders.output_path
  # safe: on standard Lambda
  memory_size   = 256
}
