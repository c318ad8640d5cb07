resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  runtime       = "nodejs22.x"
  handler       = "orders.handler"
  filename      = data.archive_file.orders.output_path
  memory_size   = 4096
  publish       = true
  vpc_config {
    # expect: lmi-conflict error
    subnet_ids         = ["subnet-a1"]
    security_group_ids = ["sg-1"]
  }
  capacity_provider_config {
    lambda_managed_instances_capacity_provider_config {
      capacity_provider_arn = "arn:aws:lambda:eu-west-1:111122223333:capacity-provider:shop"
    }
  }
}

resource "aws_lambda_function" "prices" {
  function_name = "prices"
  role          = aws_iam_role.orders.arn
  # expect: unsupported-runtime error
  runtime       = "nodejs20.x"
  handler       = "orders.handler"
  filename      = data.archive_file.orders.output_path
  memory_size   = 4096
  # fixed: the network comes from the capacity provider
  publish       = true
  capacity_provider_config {
    lambda_managed_instances_capacity_provider_config {
      capacity_provider_arn = "arn:aws:lambda:eu-west-1:111122223333:capacity-provider:shop"
    }
  }
}

data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "${path.module}/src"
  output_path = "${path.module}/orders.zip"
}
