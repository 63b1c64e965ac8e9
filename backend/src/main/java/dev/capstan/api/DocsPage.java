package dev.capstan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API as a page to read. It has no scripts, so it needs none to be allowed. */
@RestController
@ConditionalOnWebApplication
class DocsPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final OpenApiWebMvcResource description;
    private final JsonMapper json;

    DocsPage(OpenApiWebMvcResource description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @GetMapping("/api/docs")
    ResponseEntity<String> page(HttpServletRequest request) throws IOException {
        JsonNode api = json.readTree(description.openapiJson(request, "/api/v1/openapi", Locale.ENGLISH));
        return ResponseEntity.ok().contentType(HTML).body(DocsHtml.of(api));
    }

    @GetMapping("/api/docs.css")
    ResponseEntity<String> style() throws IOException {
        return ResponseEntity.ok()
                .contentType(CSS)
                .body(new ClassPathResource("api/docs.css").getContentAsString(StandardCharsets.UTF_8));
    }
}
