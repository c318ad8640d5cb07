package audit;

record Caller(String accessKey, String secretKey, String sessionToken) {}
