package com.amazonaws.services.s3;

import com.amazonaws.regions.Region;
import com.amazonaws.services.s3.model.PutObjectResult;

public interface AmazonS3 {
  PutObjectResult putObject(String bucket, String key, String content);
  void setRegion(Region region);
}
