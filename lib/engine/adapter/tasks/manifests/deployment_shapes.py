"""Shapes of compose files, deployments and playbooks.

Invariant: data only, in the language of the templates.
"""

from __future__ import annotations

from lib.engine.adapter.tasks.manifests.shapes import make_yaml_shape

_ENVIRONMENT = """
?    environment:
?      LOG_LEVEL: <debug|info|warning|error>
      <DATABASE_URL|DB_URL>: postgres://db:5432/<shop|crm|blog>
?      WORKERS: <2..9>
?      TZ: <Europe/Berlin|UTC|Asia/Tokyo>
?      FEATURE_SEARCH: "<true|false>"
"""
_VARIABLES = """
?    environment:
      - NODE_ENV=<production|staging|development>
      - PORT=<3000|4000|8080>
?      - CACHE_TTL=<60|300|900>
?      - MAIL_HOST=<smtp|mailhog|mail>
"""
COMPOSE = make_yaml_shape(
    "service",
    "services:",
    """
  <web|frontend>:
    image: <nginx:1.25|nginx:1.27|caddy:2.8|nginx:1.26-alpine|caddy:2.7>
    ports:
      - "<8080|8000|80|8081>:<80|8080>"
?    depends_on:
      - <api|backend>
    restart: <always|unless-stopped|on-failure>""",
    """
  <api|backend>:
    image: <acme/api|ghcr.io/acme/shop|registry.local/orders>:<v1.4.2|v2.0.1|v2.1.0|v3.2.0|latest>
    ports:
      - "<3000|4000|5000|8000>:<3000|5000|8000>"
"""
    + _ENVIRONMENT.strip("\n")
    + """
?    depends_on: [<*db|cache|queue>]
?    mem_limit: <256m|512m|768m|1g>
    restart: <always|unless-stopped|on-failure>""",
    """
  <worker|mailer|scheduler>:
    image: <acme/worker|acme/jobs>:<v1.4.2|v2.0.1|v2.1.0|v3.2.0>
"""
    + _VARIABLES.strip("\n")
    + """
?    command: <celery -A app worker|python worker.py|node jobs.js>
?    mem_limit: <256m|512m|768m|1g>
    restart: <always|unless-stopped|on-failure>""",
    """
  db:
    image: postgres:<14|15|16|16-alpine|17>
    environment:
      POSTGRES_USER: <app|shop|admin>
      POSTGRES_DB: <shop|crm|blog>
?    ports:
      - "<5432|5433|15432>:5432"
    volumes:
      - db-data:/var/lib/postgresql/data""",
    """
  cache:
    image: redis:<6.2|7|7.2|7-alpine>
?    mem_limit: <128m|256m|512m>
?    ports:
      - "<6379|6380|16379>:6379"
    restart: <always|unless-stopped|no>""",
    """
  <search|metrics>:
    image: <elasticsearch:8.11.1|elasticsearch:8.13.0|opensearch:2.9.0|opensearch:2.12.0>
    ports:
      - "<9200|9201|9300>:9200"
?    mem_limit: <512m|1g|2g>""",
)
_CONTAINER = """
        - name: <web|api|shop>
          image: <acme/shop|acme/web|registry.local/api>:<1.8.0|1.9.2|2.0.0|2.1.3>
?          env:
            - name: LOG_LEVEL
              value: "<debug|info|warn>"
            - name: <CACHE_HOST|QUEUE_HOST>
              value: "<redis|rabbit>"
?          resources:
            requests:
              cpu: <100m|200m|250m|500m>
              memory: <128Mi|256Mi|512Mi>
            limits:
              cpu: <500m|750m|1000m>
              memory: <256Mi|512Mi|768Mi|1Gi>
"""
KUBERNETES = make_yaml_shape(
    "container",
    """
apiVersion: apps/v1
kind: Deployment
metadata:
  name: <shop|api|web>-deployment
  labels:
    tier: <frontend|backend>
spec:
  replicas: <1..6>
?  minReadySeconds: <5|10|15|30>
  template:
    spec:
      containers:""",
    _CONTAINER,
    "        - name: <proxy|sidecar|logger>\n"
    "          image: <envoy|fluentd|nginx>:<1.8.0|1.9.2|2.0.0|2.1.3>\n"
    "          resources:\n            limits:\n              cpu: <100m|500m|750m>\n"
    "              memory: <64Mi|256Mi|512Mi>",
)
KUBERNETES_SET = make_yaml_shape(
    "resource",
    "",
    """
apiVersion: apps/v1
kind: Deployment
metadata:
  name: <orders|users|billing>
  namespace: <default|staging|prod>
spec:
  replicas: <1..6>
  revisionHistoryLimit: <2..6>
---""",
    """
apiVersion: v1
kind: Service
metadata:
  name: <orders|users|billing>
  namespace: <default|staging|prod>
spec:
  type: <ClusterIP|NodePort|LoadBalancer>
  ports:
    - name: http
      port: <80|8080|3000>
      targetPort: <3000|8000|8080>
    - name: metrics
      port: <9090|9100>
      targetPort: <9090|9100>
---""",
    """
apiVersion: v1
kind: ConfigMap
metadata:
  name: <orders|users>-config
  namespace: <default|staging|prod>
data:
  LOG_LEVEL: "<debug|info|warn>"
  MAX_ITEMS: "<50|100|250>"
  CURRENCY: "<EUR|USD|GBP>"
  CACHE_ENABLED: "<true|false>"
---""",
    """
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: <orders|users|billing>-scaler
  namespace: <default|staging|prod>
spec:
  minReplicas: <1..4>
  maxReplicas: <5..12>
---""",
)
ANSIBLE = make_yaml_shape(
    "task",
    """
- name: <Set up web servers|Prepare hosts>
  hosts: <web|all|staging>
  become: <true|false>
  vars:
    app_port: <8000|8080|9000>
    app_user: <deploy|www-data|app>
?    max_upload: <10M|20M|64M>
  tasks:""",
    "    - name: Install nginx\n      apt:\n        name: nginx\n        state: <present|latest>\n"
    "        update_cache: <true|false>",
    "    - name: Copy config\n      copy:\n        src: <site.conf|app.conf>\n"
    '        dest: /etc/nginx/conf.d/\n        mode: "<0644|0600|0640>"',
    "    - name: Copy certificate\n      copy:\n        src: <site|app>.pem\n"
    '        dest: /etc/ssl/private/\n        mode: "<0400|0600|0640>"',
    "    - name: Start nginx\n      service:\n        name: nginx\n"
    "        state: <started|restarted>\n        enabled: <true|false>",
    "    - name: Create user\n      user:\n        name: deploy\n        shell: <bash|sh|zsh>\n"
    "        groups: [<*sudo|docker|adm|www-data>]",
)
