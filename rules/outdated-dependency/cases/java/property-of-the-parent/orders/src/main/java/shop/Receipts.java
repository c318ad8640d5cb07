package shop;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

class Receipts {
  private final S3Client s3 = S3Client.create();

  String of(String order) {
    GetObjectRequest request = GetObjectRequest.builder().bucket("receipts").key(order).build();
    return s3.getObjectAsBytes(request).asUtf8String();
  }
}
