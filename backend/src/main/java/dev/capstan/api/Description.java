package dev.capstan.api;

import dev.capstan.posture.AsOf;
import dev.capstan.posture.Tag;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/** Describes the API in the form of OpenAPI, from the controllers themselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Description {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Paging.class)
                .addSimpleTypesForParameterObject(AsOf.class, Tag.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Capstan API")
                        .version("v1")
                        .description("Reads the capability posture of the fleet. Nothing can be changed here."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("capstan_<id>_<secret>"))
                        .addSchemas(PROBLEM, problem()))
                .security(List.of(new SecurityRequirement().addList(TOKEN)));
    }

    /** Every value is always there, and null where there is none; only problems leave out what does not apply. */
    @Bean
    OpenApiCustomizer everyValueIsThere() {
        return api -> api.getComponents().getSchemas().forEach((name, schema) -> {
            if (!name.equals(PROBLEM) && schema.getProperties() != null) {
                schema.setRequired(
                        List.copyOf(((Schema<?>) schema).getProperties().keySet()));
            }
        });
    }

    @Bean
    OperationCustomizer pagesAndProblems() {
        return (operation, method) -> {
            List<java.lang.reflect.Parameter> parameters =
                    List.of(method.getMethod().getParameters());
            parameters.forEach(parameter -> sayDefault(operation, parameter));
            if (parameters.stream().anyMatch(parameter -> parameter.getType() == Paging.class)) {
                operation.addParametersItem(query(
                        Paging.LIMIT,
                        "How many rows to tell at a time",
                        new IntegerSchema()
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Paging.MOST))
                                ._default(Paging.USUAL)));
                operation.addParametersItem(
                        query(Paging.CURSOR, "Where to go on; taken from next as it is", new StringSchema()));
            }
            ApiResponses responses = operation.getResponses();
            responses.addApiResponse("400", problem("A parameter is not known, or does not take its value"));
            responses.addApiResponse("401", problem("No token was shown, or none that works"));
            responses.addApiResponse("403", problem("The token lacks a scope"));
            responses.addApiResponse("404", problem("There is no such thing"));
            return operation;
        };
    }

    /** As it is written in a request, and not as Java has it. */
    private static void sayDefault(Operation operation, java.lang.reflect.Parameter parameter) {
        RequestParam asked = parameter.getAnnotation(RequestParam.class);
        if (asked == null
                || asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                || parameter.getType() == boolean.class) {
            return;
        }
        operation.getParameters().stream()
                .filter(described -> described.getName().equals(parameter.getName()))
                .forEach(described -> described.getSchema().setDefault(asked.defaultValue()));
    }

    @Bean
    ModelConverter words() {
        return new WireModels();
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .description(description)
                .required(false)
                .schema(schema);
    }

    private static ApiResponse problem(String what) {
        return new ApiResponse()
                .description(what)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        StringSchema type = new StringSchema();
        type.setEnum(Arrays.stream(Problem.Kind.values())
                .map(kind -> Problem.of(kind, "").type().toString())
                .toList());
        return new Schema<>()
                .type("object")
                .description("What is wrong with a request (RFC 9457)")
                .addProperty("type", type)
                .addProperty("title", new StringSchema().description("The kind for people"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("A sentence on this very occurrence"))
                .addProperty("parameter", new StringSchema().description("The parameter that it is about"))
                .addProperty("allowed", new StringSchema().description("What the parameter takes"))
                .required(List.of("type", "title", "status", "detail"));
    }
}
