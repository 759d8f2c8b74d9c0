# syntax=docker/dockerfile:1
FROM eclipse-temurin:17-jdk-noble AS build
WORKDIR /build
# what .dockerignore lets through
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q -DskipTests package
RUN java -Djarmode=tools -jar target/kulturlots-*.jar extract --layers --application-filename kulturlots.jar --destination layers

FROM eclipse-temurin:17-jre-noble
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin kulturlots
WORKDIR /application
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
ENV SPRING_PROFILES_ACTIVE=production \
    JAVA_TOOL_OPTIONS="-Duser.timezone=UTC -Dfile.encoding=UTF-8 -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
# each library by its name: the engine's web applications do not find their plugins through a
# manifest, and shared class data holds for one order of the class path only
RUN printf -- '-cp kulturlots.jar' > class-path && printf ':%s' lib/*.jar >> class-path
# a start as far as it comes without a database writes down the classes it has loaded
RUN KULTURLOTS_DATABASE_URL=jdbc:postgresql://127.0.0.1:9/none KULTURLOTS_DATABASE_USER=none KULTURLOTS_DATABASE_PASSWORD=none \
    KULTURLOTS_SMTP_HOST=127.0.0.1 KULTURLOTS_MAIL_FROM=nobody@region.example KULTURLOTS_PUBLIC_URL=http://localhost \
    KULTURLOTS_ADMIN_USER=nobody KULTURLOTS_ADMIN_PASSWORD=sju-roda-kastruller \
    java -XX:ArchiveClassesAtExit=kulturlots.jsa @class-path se.kulturlots.Kulturlots > /dev/null 2>&1 || test -f kulturlots.jsa
USER 10001:10001
# the management port 9090 stays inside
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:9090/actuator/health/readiness"]
ENTRYPOINT ["java", "-XX:SharedArchiveFile=kulturlots.jsa", "@class-path", "se.kulturlots.Kulturlots"]
