# The service as one image: any user but root, nothing written but /data and /tmp.
#   docker build -t crossplan . && docker run --read-only --tmpfs /tmp -v crossplan:/data -p 8000:8000 crossplan
FROM python:3.12-slim AS build
ENV PATH=/opt/crossplan/bin:$PATH PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/crossplan
WORKDIR /build
COPY requirements.lock ./
RUN pip install --require-hashes --requirement requirements.lock
COPY . .
RUN pip install --no-deps .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --user-group --no-create-home crossplan \
    && install --directory --owner=crossplan --group=crossplan /data
COPY --from=build /opt/crossplan /opt/crossplan
ENV PATH=/opt/crossplan/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    CROSSPLAN_DATA=/data CROSSPLAN_HOST=0.0.0.0 CROSSPLAN_PORT=8000
USER crossplan
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --start-period=60s --interval=15s --timeout=5s --retries=5 \
    CMD ["python", "-c", "import urllib.request as http; http.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
ENTRYPOINT ["crossplan"]
CMD ["serve"]
