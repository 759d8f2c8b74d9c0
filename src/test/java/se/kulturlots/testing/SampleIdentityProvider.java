package se.kulturlots.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.util.UriComponentsBuilder;

/** An identity provider that says of everybody that they are whom the test says. */
@TestConfiguration(proxyBeanMethods = false)
public class SampleIdentityProvider {

	private final Map<String, String> nonces = new ConcurrentHashMap<>();

	private final HttpServer server;

	private final RSAKey key;

	private volatile @Nullable String preferredName;

	SampleIdentityProvider() throws IOException, JOSEException {
		this.key = new RSAKeyGenerator(2048).keyID("sample").generate();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/authorize", this::authorize);
		this.server.createContext("/token", this::token);
		this.server.createContext("/keys",
				(exchange) -> answer(exchange, new JWKSet(this.key.toPublicJWK()).toString()));
		this.server.start();
	}

	/**
	 * Decides who signs in next.
	 * @param name the name they prefer, null if the provider knows of none
	 */
	public void nextIs(@Nullable String name) {
		this.preferredName = name;
	}

	@Bean
	ClientRegistrationRepository identityProviders() {
		return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("sample")
			.clientName("Provlegitimation")
			.clientId("kulturlots")
			.clientSecret("sample")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.scope("openid")
			.authorizationUri(address("/authorize"))
			.tokenUri(address("/token"))
			.jwkSetUri(address("/keys"))
			.issuerUri(address(""))
			.build());
	}

	private String address(String path) {
		return "http://localhost:" + this.server.getAddress().getPort() + path;
	}

	private void authorize(HttpExchange exchange) throws IOException {
		var asked = UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
		String code = String.valueOf(System.nanoTime());
		this.nonces.put(code, asked.getFirst("nonce"));
		exchange.getResponseHeaders()
			.add("Location", URLDecoder.decode(asked.getFirst("redirect_uri"), StandardCharsets.UTF_8) + "?code=" + code
					+ "&state=" + asked.getFirst("state"));
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	private void token(HttpExchange exchange) throws IOException {
		String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String code = UriComponentsBuilder.fromUriString("?" + form).build().getQueryParams().getFirst("code");
		Instant now = Instant.now();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(address(""))
			.subject("somebody")
			.audience("kulturlots")
			.claim("nonce", this.nonces.remove(code))
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(60)));
		if (this.preferredName != null) {
			claims.claim("preferred_username", this.preferredName);
		}
		answer(exchange, """
				{"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
			.formatted(signed(claims.build())));
	}

	private String signed(JWTClaimsSet claims) {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build(), claims);
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

}
