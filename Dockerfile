# One image for the web process and for collectors; settings tell them apart.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -Dquick -DskipTests package \
    && java -Djarmode=tools -jar frontend/target/capstan.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 capstan \
    && useradd --system --uid 10001 --gid capstan --home-dir /nonexistent --shell /usr/sbin/nologin capstan
WORKDIR /opt/capstan
# Libraries first: they change least, so an update of Capstan is a small download.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
# By number, so that Kubernetes can see that it is not root.
USER 10001:10001
EXPOSE 8080
# The image holds no curl; bash opens the connection itself. Any answer but a server error will do.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'HEAD /favicon.ico HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" -lt 500 ]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "capstan.jar"]
