package se.kulturlots.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import se.kulturlots.core.web.Pages;
import se.kulturlots.core.web.SheetDownload;

/** Lets controllers take the file that they are to send as a parameter. */
@Component
class SheetArgument implements HandlerMethodArgumentResolver {

	private final Pages pages;

	SheetArgument(Pages pages) {
		this.pages = pages;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == SheetDownload.class;
	}

	@Override
	public SheetDownload resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		if (container != null) {
			container.setRequestHandled(true);
		}
		HttpServletRequest asked = (HttpServletRequest) request.getNativeRequest();
		return new SheetDownload(asked, (HttpServletResponse) request.getNativeResponse(), this.pages.of(asked));
	}

}
