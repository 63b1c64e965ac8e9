package dev.capstan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that there is not, that is given twice or that is empty: a mistyped filter, or one from a variable
 * that was not set, must not show more than was meant.
 */
class KnownParameters implements HandlerInterceptor {

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            SortedSet<String> names = known.computeIfAbsent(method.getMethod(), _ -> names(method));
            request.getParameterMap().forEach((name, values) -> {
                if (!names.contains(name)) {
                    throw Refused.unknownParameter(name, names.isEmpty() ? "none" : String.join(", ", names));
                }
                if (values.length > 1) {
                    throw Refused.parameter(name, "The parameter %s is given more than once.".formatted(name), null);
                }
                if (values[0].isBlank()) {
                    throw Refused.parameter(name, "The parameter %s is empty; leave it out.".formatted(name), null);
                }
            });
        }
        return true;
    }

    private static SortedSet<String> names(HandlerMethod method) {
        SortedSet<String> names = new TreeSet<>();
        for (var parameter : method.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                names.add(parameter.getName());
            } else if (parameter.isAnnotationPresent(ParameterObject.class)) {
                Arrays.stream(parameter.getType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            } else if (parameter.getType().equals(Paging.class)) {
                names.add(Paging.LIMIT);
                names.add(Paging.CURSOR);
            }
        }
        return names;
    }
}
