package se.kulturlots.core.web;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

import se.kulturlots.core.PublicAddress;
import se.kulturlots.core.TrustedProxies;

/**
 * Settles who asks and what we are called before anything else sees a request: ours is
 * the public address, whatever the request says, so that no answer can repeat a forged
 * one; the client's is that of the connection, or what a trusted proxy says.
 */
class EdgeValve extends ValveBase {

	private static final String FORWARDED_FOR = "X-Forwarded-For";

	private static final List<String> HEARSAY = List.of(FORWARDED_FOR, "X-Forwarded-Host", "X-Forwarded-Port",
			"X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Forwarded-Server", "X-Forwarded-Ssl", "Forwarded");

	private final TrustedProxies proxies;

	private final PublicAddress own;

	EdgeValve(TrustedProxies proxies, PublicAddress own) {
		super(true);
		this.proxies = proxies;
		this.own = own;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		String client = this.proxies.client(request.getRemoteAddr(),
				Collections.list(request.getHeaders(FORWARDED_FOR)));
		request.setRemoteAddr(client);
		request.setRemoteHost(client);
		address(request, this.own.root());
		getNext().invoke(request, response);
	}

	private static void address(Request request, URI own) {
		boolean secure = "https".equals(own.getScheme());
		int usual = secure ? 443 : 80;
		request.setSecure(secure);
		request.setServerPort((own.getPort() > 0) ? own.getPort() : usual);
		request.getCoyoteRequest().scheme().setString(own.getScheme());
		request.getCoyoteRequest().serverName().setString(own.getHost());
		MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
		headers.setValue("Host").setString(own.getAuthority());
		HEARSAY.forEach(headers::removeHeader);
	}

}
