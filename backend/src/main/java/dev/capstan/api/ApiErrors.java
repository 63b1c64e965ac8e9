package dev.capstan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Makes a problem of whatever goes wrong below {@code /api}, before anyone else makes a page of it. */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final ProblemWriter problems;

    ApiErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!request.getRequestURI().startsWith("/api")
                || e instanceof AccessDeniedException
                || e instanceof AuthenticationException) {
            // Security tells of its own.
            return null;
        }
        if (e instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        try {
            problems.write(problem(e), response);
        } catch (IOException gone) {
            log.debug("Nobody waits for the answer any more", gone);
        }
        return new ModelAndView();
    }

    private static Problem problem(Exception e) {
        return switch (e) {
            case Refused refused -> refused.problem();
            case MethodArgumentTypeMismatchException wrong -> notTaken(wrong.getName(), type(wrong.getParameter()));
            case MethodArgumentNotValidException wrong -> wrong(wrong);
            case MissingServletRequestParameterException missing ->
                Problem.of(
                                Problem.Kind.BAD_PARAMETER,
                                "The parameter %s is needed.".formatted(missing.getParameterName()))
                        .about(
                                missing.getParameterName(),
                                missing.getMethodParameter() == null
                                        ? null
                                        : Words.allowed(type(missing.getMethodParameter())));
            case HttpRequestMethodNotSupportedException method ->
                Problem.of(
                        Problem.Kind.METHOD_NOT_ALLOWED,
                        "%s is not possible here; what can be read is read by GET.".formatted(method.getMethod()));
            case HttpMediaTypeNotAcceptableException form ->
                Problem.of(
                        Problem.Kind.NOT_ACCEPTABLE,
                        "There is only: "
                                + form.getSupportedMediaTypes().stream()
                                        .map(MediaType::toString)
                                        .collect(Collectors.joining(", ")));
            case ErrorResponse known -> {
                Problem.Kind kind = Problem.Kind.of(known.getStatusCode());
                yield Problem.of(
                        kind,
                        kind == Problem.Kind.NOT_FOUND ? "There is nothing here." : "The request cannot be answered.");
            }
            default -> unexpected(e);
        };
    }

    private static Problem wrong(MethodArgumentNotValidException wrong) {
        FieldError first = wrong.getFieldError();
        if (first == null) {
            return Problem.of(Problem.Kind.BAD_REQUEST, "The parameters do not fit together.");
        }
        Class<?> type = wrong.getBindingResult().getFieldType(first.getField());
        return notTaken(first.getField(), type);
    }

    private static Problem notTaken(String name, @Nullable Class<?> type) {
        // Not what was given, which may be anything and would end up in logs.
        return Problem.of(Problem.Kind.BAD_PARAMETER, "The parameter %s does not take this value.".formatted(name))
                .about(name, Words.allowed(type));
    }

    private static Class<?> type(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType();
    }

    private static Problem unexpected(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("Nobody waits for the answer any more", e);
        } else {
            log.error("A request to the API failed", e);
        }
        return Problem.of(Problem.Kind.INTERNAL, "The log of Capstan has the details.");
    }
}
