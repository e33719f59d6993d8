// The token that is typed stays in this page: nothing is remembered.
SwaggerUIBundle({
    url: document.getElementById("api").dataset.description,
    dom_id: "#api",
    deepLinking: true,
    persistAuthorization: false,
    validatorUrl: null,
    tryItOutEnabled: true,
});
