package com.amazonaws.services.s3.model;

public class PutObjectResult {
}
