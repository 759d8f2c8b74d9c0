package se.kulturlots.core.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.core.PublicAddress;

/** Makes the one {@link Page} of each request. */
@Component
public class Pages {

	private static final String ATTRIBUTE = Page.class.getName();

	private final MessageSource messages;

	private final ObjectProvider<PageSource> source;

	private final Assets assets;

	private final PublicAddress address;

	Pages(MessageSource messages, ObjectProvider<PageSource> source, Assets assets, PublicAddress address) {
		this.messages = messages;
		this.source = source;
		this.assets = assets;
		this.address = address;
	}

	/**
	 * The page of a request.
	 * @return the same one each time
	 */
	public Page of(HttpServletRequest request) {
		Page page = (Page) request.getAttribute(ATTRIBUTE);
		if (page == null) {
			page = new Page(request, this.messages, this.source.getObject(), this.assets, this.address);
			request.setAttribute(ATTRIBUTE, page);
		}
		return page;
	}

}
