package documents;

import org.springframework.security.core.context.SecurityContextHolder;

class DocumentService {
  String open(String document) {
    Object caller = SecurityContextHolder.getContext().getAuthentication();
    return caller == null ? "login" : document;
  }
}
