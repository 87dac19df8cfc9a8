# The packages, without those for development and without the Node.js that the image has itself.
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node-linux-* node_modules/node-win-*

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production DOISOAT_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY schemas schemas
COPY extractors extractors
COPY search search
COPY pipeline pipeline
COPY fixtures/documents fixtures/documents
# A volume that is mounted there for the first time takes over its owner.
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
ENTRYPOINT ["node", "bin/doisoat.mjs"]
CMD ["--help"]
