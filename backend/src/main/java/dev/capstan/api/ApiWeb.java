package dev.capstan.api;

import dev.capstan.posture.AsOf;
import dev.capstan.posture.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How parameters are read and rows are written, for the API alone: the screens do not travel this way. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiWeb implements WebMvcConfigurer {

    private static final int AFTER_CONTROLLERS = 1;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Clock clock;
    private final JsonMapper json;

    ApiWeb(Clock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/v1/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingOfRequest());
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        SimpleModule words = new SimpleModule().addSerializer(new EnumAsWord());
        builder.withJsonConverter(new JacksonJsonHttpMessageConverter(
                json.rebuild().addModule(words).build()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new WordAsEnum());
        registry.addConverter(String.class, Instant.class, ApiWeb::instant);
        registry.addConverter(String.class, AsOf.class, this::asOf);
        registry.addConverter(String.class, LocalDate.class, ApiWeb::day);
        registry.addConverter(String.class, Tag.class, ApiWeb::tag);
    }

    /** Whatever below {@code /api} no controller answers to; else it would be taken for an address of a screen. */
    @Bean
    SimpleUrlHandlerMapping nothingElseBelowApi() {
        HttpRequestHandler nothing = (request, response) -> {
            throw Refused.nothing();
        };
        return new SimpleUrlHandlerMapping(Map.of("/api", nothing, "/api/**", nothing), AFTER_CONTROLLERS);
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("Before anything was recorded, or too far away");
        }
        return instant;
    }

    private AsOf asOf(String text) {
        if (text.equals("now")) {
            return AsOf.NOW;
        }
        Instant instant = instant(text);
        if (instant.isAfter(clock.instant())) {
            throw new IllegalArgumentException("Nothing is known of what is to come");
        }
        return AsOf.at(instant);
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1970 || day.getYear() > 9999) {
            throw new IllegalArgumentException("Before anything was recorded, or too far away");
        }
        return day;
    }

    private static Tag tag(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("Not name=value");
        }
        return new Tag(text.substring(0, equals), text.substring(equals + 1));
    }

    private static final class PagingOfRequest implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Paging.class);
        }

        @Override
        public Paging resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
            if (servlet == null) {
                throw new IllegalStateException("Not a request of a servlet");
            }
            return Paging.of(servlet);
        }
    }

    private static final class EnumAsWord extends StdSerializer<Enum<?>> {

        EnumAsWord() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(Words.of(value));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class WordAsEnum implements ConverterFactory<String, Enum> {

        @Override
        @SuppressWarnings("unchecked")
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return word -> (T) Words.parse(word, (Class<? extends Enum<?>>) (Class<?>) type);
        }
    }
}
