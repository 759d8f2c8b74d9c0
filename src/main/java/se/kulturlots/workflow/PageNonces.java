package se.kulturlots.workflow;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the engine's web applications a nonce of its own. They hand it from
 * the header to the page through the servlet context, which all requests share: whoever
 * opened a page while somebody else loaded anything could get a page whose scripts the
 * browser refuses, and saw nothing.
 */
class PageNonces extends OncePerRequestFilter {

	private static final String NONCE = "org.camunda.bpm.csp.nonce";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ServletContext context = ownNonce(request.getServletContext());
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public ServletContext getServletContext() {
				return context;
			}
		}, response);
	}

	private static ServletContext ownNonce(ServletContext shared) {
		AtomicReference<Object> nonce = new AtomicReference<>();
		return (ServletContext) Proxy.newProxyInstance(PageNonces.class.getClassLoader(),
				new Class<?>[] { ServletContext.class }, (proxy, method, arguments) -> {
					if (arguments != null && NONCE.equals(arguments[0])) {
						switch (method.getName()) {
							case "setAttribute" -> {
								nonce.set(arguments[1]);
								return null;
							}
							case "getAttribute" -> {
								return nonce.get();
							}
							default -> {
								// nothing else is about the nonce
							}
						}
					}
					try {
						return method.invoke(shared, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

}
