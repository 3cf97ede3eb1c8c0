document.querySelector('isp-support').tokenProvider = async () => (await fetch('/token')).text();
